package font

type overrun struct{ left, right int16 }

func (f *Face) margins() map[GID]overrun { return nil }
