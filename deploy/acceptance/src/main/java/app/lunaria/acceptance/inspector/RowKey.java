package app.lunaria.acceptance.inspector;

import java.util.Base64;

/**
 * One row of a person in a table where she has many, by the bytes in a column: a day of her journal
 * by its tag.
 *
 * @param column is ours, never somebody's input
 * @param id the bytes as base64url
 */
public record RowKey(Table table, Subject subject, String column, String id) {
  /** An {@code IllegalArgumentException} when the id is not base64url. */
  public RowKey {
    Base64.getUrlDecoder().decode(id);
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(id);
  }
}
