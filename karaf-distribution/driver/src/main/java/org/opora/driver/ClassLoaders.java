package org.opora.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts the class loaders of bundles in a running Java virtual machine, after a full collection.
 */
public final class ClassLoaders {
  private static final String BUNDLE_LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

  private ClassLoaders() {}

  /** Live loaders of bundles; the histogram collects garbage first. */
  public static long ofBundles(Product product) {
    String histogram = jcmd(product, "GC.class_histogram");
    return Arrays.stream(histogram.split("\n"))
        .filter(line -> line.contains(BUNDLE_LOADER))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
        .sum();
  }

  private static String jcmd(Product product, String command) {
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(product.pid()), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
