// Package verify checks finished files: it reads a file as any reader would
// and tells what keeps it from being what it claims to be. It shares no code
// with the writers, so that an error of theirs cannot hide.
//
// [PDF] checks a file against the standards that it claims in its metadata,
// [PDFAgainst] against standards of your choice. The findings carry stable
// codes such as "verify-pdf-ua-28-012" (condition 28-012 of the Matterhorn
// Protocol) or "verify-pdf-a-6-2-11-5" (clause 6.2.11.5 of ISO 19005-3);
// [Matterhorn], [Archive], [Accessible2] and [Archive4] (for PDF 2.0) and [Press]
// (for PDF/X-4, whose findings are named as "verify-pdf-x-intent") list them all,
// with those that are not checked and the reason. [Structure] reads a tagged PDF as assistive technology does.
//
// [EPUB] checks a book against EPUB 3.3 or, where it says so, EPUB 2; its codes
// begin with "verify-epub-".
//
// The package never writes, never repairs, and trusts nothing in the file.
package verify
