package document

import "reflect"

// Clone returns a copy of the document that shares nothing with it but the
// bytes of its resources, which nobody changes.
func (d *Document) Clone() *Document {
	c := *d
	(&cloner{map[reflect.Type][]int{}}).part(reflect.ValueOf(&c).Elem())
	return &c
}

// cloner parts copies from their originals. It knows of each type of struct
// which fields share anything when the struct is copied: most hold text and
// numbers.
type cloner struct{ sharing map[reflect.Type][]int }

// part replaces what v, a copy, shares with its original.
func (c *cloner) part(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			v.Set(c.copied(v.Elem()).Addr())
		}
	case reflect.Interface:
		switch e := v.Elem(); {
		case v.IsNil():
		case e.Kind() == reflect.Pointer && !e.IsNil():
			v.Set(c.copied(e.Elem()).Addr())
		default:
			v.Set(c.copied(e))
		}
	case reflect.Struct:
		for _, i := range c.fields(v.Type()) {
			c.part(v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		if c.shares(v.Type().Elem()) {
			for i := range own.Len() {
				c.part(own.Index(i))
			}
		}
		v.Set(own)
	case reflect.Map:
		if v.IsNil() {
			return
		}
		own := reflect.MakeMapWithSize(v.Type(), v.Len())
		for it := v.MapRange(); it.Next(); {
			own.SetMapIndex(it.Key(), it.Value())
		}
		v.Set(own)
	}
}

// copied returns a copy of v that shares nothing with it.
func (c *cloner) copied(v reflect.Value) reflect.Value {
	own := reflect.New(v.Type()).Elem()
	own.Set(v)
	c.part(own)
	return own
}

// fields returns the fields of a type of struct that share something.
func (c *cloner) fields(t reflect.Type) []int {
	list, known := c.sharing[t]
	if !known {
		for i := range t.NumField() {
			if c.shares(t.Field(i).Type) {
				list = append(list, i)
			}
		}
		c.sharing[t] = list
	}
	return list
}

// shares reports whether values of a type share something when they are copied.
func (c *cloner) shares(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Map:
		return true
	case reflect.Slice:
		return t.Elem().Kind() != reflect.Uint8
	case reflect.Struct:
		return len(c.fields(t)) > 0
	}
	return false
}
