package app.lunaria.envelope;

/**
 * The one place where a wrapped key unwraps: environment, service, epoch, person and dekId. The
 * shard is computed from the person.
 *
 * @param epoch floor(UTC epoch day / 7), the 32 bits of an unsigned number
 */
public record WrapBinding(
    Environment env, ServiceName service, int epoch, SubjectId subject, DekId dekId) {

  /** {@code L("wrap") ‖ lp(env) ‖ lp(service) ‖ u32 epoch ‖ u16 shard ‖ lp(subject)}. */
  byte[] info() {
    return Bytes.label("wrap")
        .lp(env.text())
        .lp(service.text())
        .u32(epoch)
        .u16(subject.shard())
        .lp(subject.bytes())
        .toArray();
  }
}
