SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  filter: false,
  persistAuthorization: false,
  // Otherwise the document's address is sent to a third party's server.
  validatorUrl: null,
});
