// Package style is the look of a publication as data: papers, faces, sizes on
// a baseline grid, colours, words that the publisher adds. The page layout and
// the stylesheet of the e-book take their looks from the same values.
//
// [New] derives the whole of a [Style] from a paper, a profile and a theme;
// every measure follows from the size of the body text and the paper, so that
// a large-print edition is the same design and not another. [Resolve] applies
// what an author asks for in the front matter. A Style is a plain value: copy
// it, change what you like, hand it to an encoder.
//
// The package sets nothing and reads no files; faces are only named here.
package style
