/** The part of npm `edtf` that is used here; the package ships no types for its parser's bounds. */
declare module 'edtf' {
  export default function edtf(text: string): {
    readonly min: number;
    readonly max: number;
  };
}
