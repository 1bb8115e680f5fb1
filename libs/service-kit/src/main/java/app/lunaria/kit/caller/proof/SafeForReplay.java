package app.lunaria.kit.caller.proof;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method: this POST changes nothing (a query, a preview), so its proof is remembered
 * like that of a GET, by this replica alone, and not spent in a transaction.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SafeForReplay {}
