package org.opora.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * The tests of the class run once on each database; a field with {@code @Parameter} takes the
 * product, before {@code @BeforeParameterizedClassInvocation}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@MethodSource("org.opora.access.OnEveryDatabase$Databases#all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface OnEveryDatabase {
  /** {@code -Dopora.test.databases=derby} limits them. */
  final class Databases {
    private Databases() {}

    static Stream<Product> all() {
      return Arrays.stream(
              System.getProperty("opora.test.databases", "derby,postgresql").split(","))
          .map(name -> Product.valueOf(name.strip().toUpperCase(Locale.ROOT)));
    }
  }
}
