package app.lunaria.bench.bare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal day in the clear, with what cycle-service knows by token and key: whose it is and under
 * which tag it stands.
 *
 * @param subject base64url, 32 bytes
 * @param tag base64url, 16 bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Day(
    String subject,
    String tag,
    LocalDate day,
    @Nullable String flow,
    @Nullable List<String> symptoms,
    @Nullable List<String> mood,
    @Nullable Temperature temperature,
    @Nullable String notes) {

  record Temperature(double celsius, boolean excluded) {}
}
