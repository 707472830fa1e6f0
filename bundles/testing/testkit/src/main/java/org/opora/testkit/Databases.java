package org.opora.testkit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.opora.persistence.test.TestDatabase.Product;

/** The databases that tests run on. */
final class Databases implements ArgumentsProvider {
  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return all().map(Arguments::of);
  }

  static Stream<Product> all() {
    String wanted = System.getProperty("opora.test.databases");
    if (wanted == null || wanted.isBlank()) {
      wanted = System.getenv().getOrDefault("OPORA_TEST_DATABASES", "derby,postgresql");
    }
    return Arrays.stream(wanted.split(","))
        .map(w -> Product.valueOf(w.strip().toUpperCase(Locale.ROOT)));
  }
}
