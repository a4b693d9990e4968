SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  filter: false,
  persistAuthorization: false,
  // Otherwise the document's address is told to somebody else's server.
  validatorUrl: null,
});
