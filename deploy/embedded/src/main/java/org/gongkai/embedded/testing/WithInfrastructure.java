package org.gongkai.embedded.testing;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code @QuarkusTest}: gives it a fresh database, a broker where asked for, and a key pair for tokens.
 *
 * <p>Sets {@code quarkus.datasource.jdbc.url}, {@code quarkus.datasource.username}, {@code quarkus.datasource.password},
 * {@code kafka.bootstrap.servers}, {@code mp.jwt.verify.publickey.location} and {@code smallrye.jwt.sign.key.location}.
 * One server and one broker serve the whole module run; each application start gets a database of its own. Tests that
 * share an annotation share an application, so each takes its own organisations. Embedded parts by default, Testcontainers
 * by {@code -Dgongkai.infrastructure=containers}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(InfrastructureTestResource.class)
public @interface WithInfrastructure {

    /** Name of the database and its role, to which a number is added; empty: none is needed. */
    String database() default "";

    /** Whether a Kafka broker is needed. */
    boolean kafka() default false;
}
