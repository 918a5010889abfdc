/** Sequences that mean what something else says. */
export const PHRASES = new Map([
  ['per cent', '%'],
  ['percentage point', 'percentage_point'],
  ['percentage points', 'percentage_point'],
  ['zum beispiel', 'zum_beispiel'],
  ['z b', 'zum_beispiel'],
  ['das heißt', 'das_heisst'],
  ['d h', 'das_heisst'],
  ['unter anderem', 'unter_anderem'],
  ['u a', 'unter_anderem'],
  ['for example', 'for_example'],
  ['e g', 'for_example'],
  ['that is', 'that_is'],
  ['i e', 'that_is'],
  ['km h', 'kmh'],
]);
