package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

const tolerance = 5 * time.Minute

// Verify checks X-iGregulator-Signature with nothing but the standard library.
// The secret is the whole one, whsec_ included; the header looks like t=seconds,v1=hex[,v1=hex...];
// the body is the bytes as received, before any parser.
func Verify(secret, header string, body []byte, now time.Time) bool {
	parts := strings.Split(header, ",")
	seconds, err := timestamp(parts)
	if err != nil || now.Sub(time.Unix(seconds, 0)).Abs() > tolerance {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(strconv.FormatInt(seconds, 10) + "."))
	mac.Write(body)
	expected := []byte("v1=" + hex.EncodeToString(mac.Sum(nil)))
	for _, part := range parts { // one v1 for each secret that is still valid: any of them will do
		if hmac.Equal(expected, []byte(part)) {
			return true
		}
	}
	return false
}

func timestamp(parts []string) (int64, error) {
	for _, part := range parts {
		if value, found := strings.CutPrefix(part, "t="); found {
			return strconv.ParseInt(value, 10, 64)
		}
	}
	return 0, strconv.ErrSyntax
}
