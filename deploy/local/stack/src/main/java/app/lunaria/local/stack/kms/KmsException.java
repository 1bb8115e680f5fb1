package app.lunaria.local.stack.kms;

/** A refusal as KMS words it: the error's type, a sentence and the HTTP status. */
final class KmsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final int status;

  private KmsException(String type, int status, String message) {
    super(message);
    this.type = type;
    this.status = status;
  }

  String type() {
    return type;
  }

  int status() {
    return status;
  }

  /** Any error that a client caused: status 400. */
  static KmsException of(String type, String message) {
    return new KmsException(type, 400, message);
  }

  static KmsException validation(String message) {
    return of("ValidationException", message);
  }

  static KmsException serialization(String message) {
    return of("SerializationException", message);
  }

  static KmsException notFound(String message) {
    return of("NotFoundException", message);
  }

  static KmsException invalidCiphertext() {
    return of("InvalidCiphertextException", "");
  }

  static KmsException unsupported(String message) {
    return of("UnsupportedOperationException", message);
  }

  static KmsException unknownOperation() {
    return of("UnknownOperationException", "the operation is not known here");
  }

  static KmsException tooLarge() {
    return new KmsException("RequestEntityTooLargeException", 413, "the request is too large");
  }

  /** What a service sees while KMS is away. */
  static KmsException away() {
    return new KmsException("KMSInternalException", 503, "the service is not available");
  }
}
