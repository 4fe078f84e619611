package epub

// orderRules lists what elements of HTML hold in which order, which roles and
// states they have, and what their values look like.
func orderRules() []rule {
	const b = "EPUB/b.xhtml"
	var list []rule
	body := func(code string, markups ...string) {
		for _, m := range markups {
			list = append(list, rule{name: "order: " + m, code: code, edits: []string{b, `<p id="x">Two.</p>`, `<p id="x">Two.</p>` + m}})
		}
	}
	body("",
		`<table><caption/><colgroup/><thead/><tbody/><tbody/><tfoot/></table>`, `<table><tr><td/></tr><tr/></table>`, `<dl/>`, `<dl><dt/><dt/><dd/><dd/><dt/><dd/></dl>`,
		`<figure><figcaption/><p/></figure>`, `<fieldset><legend/><p/></fieldset>`, `<hgroup><p/><h2/><p/></hgroup>`, `<p><ruby>a<rt>b</rt>c<rp>(</rp><rt>d</rt><rp>)</rp></ruby></p>`,
		`<p><object type="image/png"><b/></object></p>`, `<object type="image/png"><p/></object>`, `<fieldset><legend><h2/></legend></fieldset>`, `<my-own><p/></my-own>`,
		`<section role="doc-chapter"/>`, `<aside role="doc-tip"/>`, `<div role="button"/>`, `<p aria-current="page">x</p>`, `<div role="heading" aria-level="2">x</div>`,
		`<p popover="" enterkeyhint="done" inputmode="numeric">x</p>`, `<header><main/></header>`, `<p><time>in spring</time></p>`, `<p xml:space="preserve">x</p>`)
	body("html",
		`<table><tbody/><tr/></table>`, `<table><thead/><caption/></table>`, `<table><tfoot/><tbody/></table>`, `<dl><dt/></dl>`, `<dl><dd/><dt/></dl>`, `<dl><div/></dl>`, `<dl><main/></dl>`,
		`<figure><p/><figcaption/><p/></figure>`, `<figure><figcaption/><figcaption/></figure>`, `<fieldset><p/><legend/></fieldset>`, `<details><p/><summary/></details>`,
		`<hgroup><p/></hgroup>`, `<hgroup><h1/><h2/></hgroup>`, `<p><ruby>a</ruby></p>`, `<p><ruby>a<rp>(</rp></ruby></p>`, `<p><ruby>a<rp><b/></rp><rt/><rp/></ruby></p>`,
		`<p><object type="image/png"><p/></object></p>`, `<ul><my-own/></ul>`, `<template><nonsense/></template>`, `<table><colgroup span="2"><col/></colgroup></table>`, `<p><picture><source srcset="x"/></picture></p>`)
	body("html-nesting", `<header><article><footer/></article></header>`, `<p><button><a/></button></p>`, `<p><a href="a.xhtml"><menu/></a></p>`)
	body("html-role", `<section role="button"/>`, `<article role="doc-chapter"/>`, `<h2 role="doc-chapter"/>`, `<main role="doc-chapter"/>`, `<ol role="doc-index"><li/></ol>`, `<p><a href="a.xhtml" role="checkbox">x</a></p>`)
	body("html-attribute",
		`<p aria-current="here">x</p>`, `<p aria-level="0">x</p>`, `<p aria-checked="yes">x</p>`, `<p aria-hidden="1">x</p>`, `<p popover="yes">x</p>`, `<p inputmode="roman">x</p>`, `<p itemprop="">x</p>`,
		`<p contextmenu="m">x</p>`, `<p><a itemprop="x">x</a></p>`, `<video itemprop="x"/>`, `<map name="m"/><map name="m"/>`, `<p xml:space="some">x</p>`, `<iframe src="a.xhtml" referrerpolicy="x"/>`)
	body("html", `<iframe src="a.xhtml">x</iframe>`)
	body("epub-type", `<section xmlns:epub="http://www.idpf.org/2007/ops" epub:type=""/>`)
	body("missing", `<blockquote cite="none.xhtml"/>`, `<p><q cite="none.xhtml"/></p>`)
	math := func(code string, markups ...string) {
		for _, m := range markups {
			list = append(list, rule{name: "order: " + m, code: code, edits: []string{
				b, `<p id="x">Two.</p>`, `<p id="x">Two.</p><math xmlns="http://www.w3.org/1998/Math/MathML">` + m + `</math>`,
				opfName, `id="b" href="b.xhtml"`, `id="b" href="b.xhtml" properties="mathml"`}})
		}
	}
	math("", `<mi mathvariant="bold" href="http://example.org/">x</mi>`, `<mo stretchy="true" lspace="0">x</mo>`)
	math("mathml", `<mi mathvariant="wide">x</mi>`, `<mi colour="red">x</mi>`, `<mo stretchy="yes">x</mo>`)
	return list
}
