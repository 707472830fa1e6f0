package org.opora.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test method, or a whole test class, once on Derby and once on PostgreSQL. The method takes
 * the {@code Product} it runs on; the class has it in a field with {@code @Parameter}, set before
 * {@code @BeforeParameterizedClassInvocation} (and not before {@code @BeforeAll}, which comes once
 * for all databases). The property {@code opora.test.databases} or the variable {@code
 * OPORA_TEST_DATABASES} limits the databases ({@code derby}, {@code derby,postgresql}).
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ParameterizedClass
@ArgumentsSource(Databases.class)
public @interface OnEveryDatabase {}
