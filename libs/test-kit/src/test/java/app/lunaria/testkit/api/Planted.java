package app.lunaria.testkit.api;

/** A description with one of everything. */
final class Planted {
  static final String TEXT =
      """
      openapi: 3.1.0
      info: {title: Tea, version: '1'}
      paths:
        /tea/{id}:
          get:
            operationId: readTea
            tags: [tea]
            summary: Read a tea
            description: Whatever it is.
            responses:
              '200':
                description: The tea.
                headers: {ETag: {required: true, schema: {type: string, pattern: '^"[0-9]+"$'}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}
              '404': {$ref: '#/components/responses/NotFound'}
          put:
            operationId: writeTea
            tags: [tea]
            summary: Write a tea
            description: All of it.
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewTea'}}}}
            responses:
              '204': {description: Done.}
      components:
        responses:
          NotFound:
            description: Nothing.
            x-problems: [not-found]
            content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
        schemas:
          Tea:
            type: object
            required: [name, picked]
            properties:
              name: {type: string}
              picked: {type: string, format: date}
            examples: [{name: green, picked: '2026-04-01'}]
          NewTea:
            type: object
            additionalProperties: false
            properties: {name: {type: string}}
          Problem:
            type: object
            required: [type]
            properties:
              type: {enum: ['https://lunaria.app/problems/not-found', 'https://lunaria.app/problems/internal']}
      """;

  private Planted() {}

  static ApiDocument document() {
    return ApiDocument.parse(TEXT);
  }

  /** The description with one thing otherwise. */
  static ApiDocument with(String right, String wrong) {
    if (!TEXT.contains(right)) {
      throw new IllegalArgumentException("nothing is planted: " + right);
    }
    return ApiDocument.parse(TEXT.replace(right, wrong));
  }
}
