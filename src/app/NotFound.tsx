import { Link } from '../ui/Link';

export function NotFound() {
  return (
    <div className="prose">
      <h1>There is no page here</h1>
      <p>The address may have a typing mistake, or the lesson has moved.</p>
      <p>
        <Link to="/">Go to the list of lessons</Link>
      </p>
    </div>
  );
}
