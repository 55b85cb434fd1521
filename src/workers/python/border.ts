/**
 * The border between Python and JavaScript. Python is WebAssembly: all that it can do with a JavaScript value, it does by the functions that this module
 * imports, and those that take a value say so in their signatures. So each of them is guarded here. From the moment that the border is closed, Python may
 * read the attributes of the objects in `faces` and call the functions in `lent`; all else that it holds, or digs out of memory, is to it an object without
 * anything. The objects are frozen and inherit nothing, and their functions answer with text, numbers, bytes, promises, or further objects of this kind: so nothing
 * leads from them to the worker's global scope, to a constructor, or to anything that would outlive a run. That is so whatever a program does to memory.
 *
 * C code by `ctypes` may call what takes no values, such as Emscripten's own functions. `crossed` tells that one did: then the interpreter must go.
 */

/** Functions that look at a value and change nothing, or serve Pyodide's own bookkeeping: bytes and numbers, Python's own objects, suspended stacks. */
const harmless = new Set(
  `js2python_js js2python_immutable_js JsProxy_compute_typeflags is_comlink_proxy pyproxy_Check pyproxy_AsPyObject
  JsvNoValue_Check JsvArray_Check JsvFunction_Check JsvPromise_Check JsvGenerator_Check JsvAsyncGenerator_Check Jsv_to_bool Jsv_typeof Jsv_equal Jsv_not_equal
  JsvArray_Get JsvArray_Push JsBuffer_get_info JsvBuffer_assignToPtr JsvNum_toInt Jsv_BigIntToNum new_error JsvError_Throw
  destroy_proxy destroy_proxies destroy_proxies_js gc_register_proxies
  _python2js_cache_lookup _python2js_add_to_cache _python2js_addto_postprocess_list _python2js_handle_postprocess_list
  syncifyHandler restoreState set_suspender __hiwire_deduplicate_get __hiwire_deduplicate_set __hiwire_deduplicate_delete`.split(
    /\s+/,
  ),
);

/** Functions that call C code, or look up its functions. */
const crossings = ['ffi_call_js', '_dlsym_js', '_dlopen_js', '_emscripten_dlopen_js', '_setitimer_js'];

/** A function that WebAssembly imports. Emscripten notes its signature: what it returns, then what it takes; `e` is a JavaScript value. */
type Import = ((...args: readonly unknown[]) => unknown) & { readonly sig?: string };

const isImport = (value: unknown): value is Import => typeof value === 'function';

/** Stands in the place of a value that Python may do nothing with. */
const nothing: object = Object.freeze(Object.create(null));

/** The names of all methods that the class of `thing` has, its base classes' among them. */
export function methodsOf<T extends object>(thing: T): readonly (keyof T & string)[] {
  const names = new Set<string>();
  for (let of: unknown = Object.getPrototypeOf(thing); of !== Object.prototype; of = Object.getPrototypeOf(of))
    for (const name of Object.getOwnPropertyNames(of)) if (name !== 'constructor') names.add(name);
  return [...names] as (keyof T & string)[];
}

/** One interpreter's border. */
export class Border {
  /** Whether Python has called C code by itself since it started. */
  crossed = false;
  #closed = false;
  readonly #faces = new WeakSet();
  readonly #indexed = new WeakSet();
  readonly #lent = new WeakSet();

  /** Guards what Python imports, before its module is instantiated. */
  guard(imports: WebAssembly.ModuleImports): void {
    const special: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
      JsProxy_GetAttr_js: (value) => this.#faces.has(value as object),
      JsProxy_subscript_js: (value) => this.#indexed.has(value as object),
      JsvFunction_CallBound: (value) => this.#lent.has(value as object),
      // How an exception of JavaScript is told.
      JsvObject_toString: (value) => value instanceof Error,
    };
    for (const [name, real] of Object.entries(imports)) {
      if (!isImport(real)) continue;
      if (crossings.includes(name)) imports[name] = this.#noted(real);
      else if (name in special) imports[name] = this.#checked(real, special[name] as (value: unknown) => boolean);
      else if (real.sig?.includes('e', 1) === true && !harmless.has(name))
        imports[name] = this.#checked(real, () => false);
    }
  }

  /** What Python gets of `thing`: an object that has these methods and no more, and what `values` reads. */
  face<T extends object>(
    thing: T,
    methods: readonly (keyof T & string)[],
    values: Readonly<Record<string, () => unknown>> = {},
  ): object {
    const face = Object.create(null) as Record<string, unknown>;
    for (const name of methods)
      face[name] = this.lend((thing[name] as (...args: readonly unknown[]) => unknown).bind(thing));
    for (const [name, get] of Object.entries(values)) Object.defineProperty(face, name, { get });
    this.#faces.add(Object.freeze(face));
    return face;
  }

  /** Lets Python look up keys in `map`. */
  indexed<T extends object>(map: T): T {
    this.#indexed.add(map);
    return map;
  }

  /** Lets Python call a function. */
  lend<F extends (...args: never[]) => unknown>(call: F): F {
    this.#lent.add(call);
    return call;
  }

  /** Python has started: from now on it is held to what it was given. */
  close(): void {
    this.#closed = true;
  }

  #checked(real: Import, allows: (value: unknown) => boolean): Import {
    const takes = real.sig ?? '';
    const guarded = (...args: readonly unknown[]): unknown => {
      if (!this.#closed || allows(args[0])) return real(...args);
      // Python notes tracebacks at exceptions, those of JavaScript among them.
      if (args[0] instanceof Error) return real({}, ...args.slice(1));
      return real(...args.map((arg, index) => (takes[index + 1] === 'e' ? nothing : arg)));
    };
    return Object.assign(guarded, { sig: takes });
  }

  #noted(real: Import): Import {
    const noted = (...args: readonly unknown[]): unknown => {
      this.crossed ||= this.#closed;
      return real(...args);
    };
    return Object.assign(noted, { sig: real.sig ?? '' });
  }
}
