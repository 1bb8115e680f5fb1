package app.lunaria.kit.caller.consent;

import app.lunaria.kit.caller.Caller;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource: nothing of it is done without the consent {@value Caller#HEALTH_PROCESSING} in the
 * token (GDPR article 9, 2 a); otherwise 403 consent-missing.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ProcessesHealthData {}
