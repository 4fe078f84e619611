package pdfobject

// Following references to an object of a kind.

// Resolve follows references until it comes to an object; Null if there is
// none.
func (f *File) Resolve(o Object) Object {
	for range maxChain {
		r, ok := o.(Ref)
		if !ok {
			if o == nil {
				return Null{}
			}
			return o
		}
		o = f.Get(r)
	}
	return Null{}
}

// Dict resolves o to a dictionary; that of a stream counts.
func (f *File) Dict(o Object) (Dict, bool) {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o, true
	case *Stream:
		return o.Dict, true
	}
	return nil, false
}

// Array resolves o to an array.
func (f *File) Array(o Object) (Array, bool) {
	a, ok := f.Resolve(o).(Array)
	return a, ok
}

// Stream resolves o to a stream.
func (f *File) Stream(o Object) (*Stream, bool) {
	s, ok := f.Resolve(o).(*Stream)
	return s, ok
}

// Name resolves o to a name.
func (f *File) Name(o Object) (Name, bool) {
	n, ok := f.Resolve(o).(Name)
	return n, ok
}

// String resolves o to a string.
func (f *File) String(o Object) (String, bool) {
	s, ok := f.Resolve(o).(String)
	return s, ok
}

// Integer resolves o to a whole number.
func (f *File) Integer(o Object) (int, bool) {
	switch v := f.Resolve(o).(type) {
	case Integer:
		return int(v), true
	case Real:
		if v == Real(int(v)) {
			return int(v), true
		}
	}
	return 0, false
}

// Number resolves o to a number.
func (f *File) Number(o Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case Integer:
		return float64(v), true
	case Real:
		return float64(v), true
	}
	return 0, false
}
