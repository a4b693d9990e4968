package io.igregulator.webhooks.stack.client;

import tools.jackson.databind.JsonNode;

/** Status and body of an API's answer; an empty object where it has no body. */
record JsonAnswer(int status, JsonNode body) {}
