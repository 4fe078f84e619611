package publish

import (
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"
)

// hashValue hashes a value as deep as it goes, with the names of its types and
// fields, and reports whether that is all there is to it: into functions and
// channels nobody can look.
func hashValue(h hash.Hash, v any) bool {
	w := valueHash{Hash: h, above: map[uintptr]bool{}}
	w.value(reflect.ValueOf(v))
	return !w.opaque
}

type valueHash struct {
	hash.Hash
	opaque bool
	above  map[uintptr]bool // pointers that lead here
}

func (w *valueHash) number(n uint64) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], n)
	w.Write(b[:])
}

func (w *valueHash) value(v reflect.Value) {
	if !v.IsValid() {
		put(w, "nothing")
		return
	}
	t := v.Type()
	put(w, t.String())
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			w.number(1)
		} else {
			w.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		w.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.number(math.Float64bits(v.Float()))
	case reflect.Complex64, reflect.Complex128:
		w.number(math.Float64bits(real(v.Complex())))
		w.number(math.Float64bits(imag(v.Complex())))
	case reflect.String:
		put(w, v.String())
	case reflect.Slice, reflect.Array:
		w.list(v)
	case reflect.Map:
		w.mapping(v)
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() && v.CanInterface() {
			put(w, v.Interface().(time.Time).UTC().Format(time.RFC3339Nano))
			return
		}
		for i := range v.NumField() {
			put(w, t.Field(i).Name)
			w.value(v.Field(i))
		}
	case reflect.Pointer:
		p := v.Pointer()
		if v.IsNil() || w.above[p] {
			w.number(0)
			return
		}
		w.above[p] = true
		w.value(v.Elem())
		delete(w.above, p)
	case reflect.Interface:
		w.value(v.Elem())
	default: // functions, channels, unsafe pointers
		w.opaque = w.opaque || !v.IsZero()
	}
}

func (w *valueHash) list(v reflect.Value) {
	w.number(uint64(v.Len()))
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		w.Write(v.Bytes())
		return
	}
	for i := range v.Len() {
		w.value(v.Index(i))
	}
}

func (w *valueHash) mapping(v reflect.Value) {
	keys := v.MapKeys()
	w.number(uint64(len(keys)))
	// Keys of one type print in an order, whatever it is.
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	for _, k := range keys {
		w.value(k)
		w.value(v.MapIndex(k))
	}
}
