package epub

// Event handlers that HTML and its neighbours know (HTML, 8.1.8.2; Pointer
// Events, 7): any element may have the first, a body also those of the window.
var (
	eventHandlers = words(`onauxclick onbeforeinput onbeforematch onblur oncancel oncanplay oncanplaythrough onchange onclick onclose oncontextlost oncontextmenu oncontextrestored oncopy
		oncuechange oncut ondblclick ondrag ondragend ondragenter ondragleave ondragover ondragstart ondrop ondurationchange onemptied onended onerror onfocus onformdata oninput
		oninvalid onkeydown onkeypress onkeyup onload onloadeddata onloadedmetadata onloadstart onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover onmouseup
		onpaste onpause onplay onplaying onprogress onratechange onreset onresize onscroll onscrollend onsecuritypolicyviolation onseeked onseeking onselect onslotchange onstalled
		onsubmit onsuspend ontimeupdate ontoggle onvolumechange onwaiting onwheel
		ongotpointercapture onlostpointercapture onpointercancel onpointerdown onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerup onpointerrawupdate`)
	windowHandlers = words(`onafterprint onbeforeprint onbeforeunload onhashchange onlanguagechange onmessage onmessageerror onoffline ononline onpagehide onpageshow onpopstate
		onrejectionhandled onstorage onunhandledrejection onunload`)
)
