SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  validatorUrl: null,
  deepLinking: true,
  displayRequestDuration: true,
  // A large answer in colours stops the browser for half a minute.
  syntaxHighlight: false,
});
