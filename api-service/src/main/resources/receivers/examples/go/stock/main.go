// Puts vectors to the examples with packages and prints their verdicts: go run . stripe|standard vectors.json
// The packages know no clock but the real one, for which the published vectors are too old.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

type vectorFile struct {
	Vectors []struct {
		Name    string            `json:"name"`
		Secret  string            `json:"secret"`
		Body    []byte            `json:"body_base64"`
		Headers map[string]string `json:"headers"`
	} `json:"vectors"`
}

func main() {
	text, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	var file vectorFile
	if err := json.Unmarshal(text, &file); err != nil {
		log.Fatal(err)
	}
	for _, vector := range file.Vectors {
		headers := http.Header{}
		for name, value := range vector.Headers {
			headers.Set(name, value)
		}
		genuine := false
		switch os.Args[1] {
		case "stripe":
			genuine = VerifyWithStripe(vector.Secret, headers.Get("X-iGregulator-Signature"), vector.Body)
		case "standard":
			genuine = VerifyWithStandardWebhooks(vector.Secret, headers, vector.Body)
		}
		fmt.Println(vector.Name, map[bool]string{true: "accepted", false: "refused"}[genuine])
	}
}
