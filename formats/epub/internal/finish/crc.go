package finish

import "hash/crc32"

func crc(data []byte) uint32 { return crc32.ChecksumIEEE(data) }
