/** The live regions that `announce()` speaks into; once a page. */
export function Announcer() {
  return (
    <>
      <div className="toasts">
        <div id="announce-info" role="status" />
        <div id="announce-error" role="alert" />
      </div>
      <div id="announce-quiet" className="visually-hidden" role="status" />
    </>
  );
}
