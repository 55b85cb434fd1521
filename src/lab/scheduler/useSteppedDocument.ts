import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Example, ProgramGroup } from '../workbench/programGroups';
import { useOpenDocument } from '../workbench/useOpenDocument';
import { openSchedulerAddress, type OpenedToStep } from './fromAddress';
import type { Stepper } from './step/stepper';
import { SteppedDocument, type SteppedDocumentState } from './steppedDocument';

/** A stepped document as components see it. */
export interface SteppedDocumentView extends SteppedDocumentState {
  /** What can be done with it. The same object for as long as the component lives. */
  readonly stepped: SteppedDocument;
}

/** Owns what the scheduler's page has open, and lets it follow the address and the end of the page. */
export function useSteppedDocument(
  opened: OpenedToStep,
  stepper: Stepper,
  welcome: Example,
  loadGroups: () => Promise<readonly ProgramGroup[]>,
): SteppedDocumentView {
  const [stepped] = useState(() => new SteppedDocument(opened, stepper, import.meta.env.PYTHON_VERSION));
  useOpenDocument(
    stepped.text,
    () =>
      void stepped.text.openLater(openSchedulerAddress(location.hash, welcome, loadGroups), (next) =>
        stepped.open(next),
      ),
  );
  useEffect(() => {
    const keep = (): void => stepped.keepSteps();
    addEventListener('pagehide', keep);
    stepped.begin();
    return () => removeEventListener('pagehide', keep);
  }, [stepped]);
  return { ...useStore(stepped.store), stepped };
}
