// Puts the published vectors to Verify and prints its verdicts: go run . vectors.json
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"
)

type vectorFile struct {
	Vectors []struct {
		Name    string            `json:"name"`
		Secret  string            `json:"secret"`
		Now     int64             `json:"now"`
		Body    []byte            `json:"body_base64"`
		Headers map[string]string `json:"headers"`
	} `json:"vectors"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var file vectorFile
	if err := json.Unmarshal(text, &file); err != nil {
		log.Fatal(err)
	}
	for _, vector := range file.Vectors {
		verdict := "refused"
		if Verify(vector.Secret, vector.Headers["X-iGregulator-Signature"], vector.Body, time.Unix(vector.Now, 0)) {
			verdict = "accepted"
		}
		fmt.Println(vector.Name, verdict)
	}
}
