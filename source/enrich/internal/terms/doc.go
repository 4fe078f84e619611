// Package terms finds what belongs into a glossary in plain text: short forms
// with the long forms that the text gives for them, and sentences that define
// a term.
package terms
