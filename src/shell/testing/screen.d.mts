/** A terminal window as it looks. */
export class Screen {
  constructor(columns: number)
  row: number
  column: number
  write(text: string): void
  /** Its rows, without blanks at their ends. */
  get text(): string
}
