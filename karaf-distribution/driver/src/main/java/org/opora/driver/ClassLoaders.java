package org.opora.driver;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the class loaders of bundles in a running Java virtual machine, and what classes take,
 * after a full collection.
 */
public final class ClassLoaders {
  private static final String BUNDLE_LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  private ClassLoaders() {}

  /** Live loaders of bundles; the histogram collects garbage first. */
  public static long ofBundles(Product product) {
    String histogram = Jcmd.ask(product, "GC.class_histogram");
    return Arrays.stream(histogram.split("\n"))
        .filter(line -> line.contains(BUNDLE_LOADER))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[1]))
        .sum();
  }

  /** Bytes of metaspace in use; the histogram before it collects garbage first. */
  public static long metaspace(Product product) {
    Jcmd.ask(product, "GC.class_histogram");
    String heap = Jcmd.ask(product, "GC.heap_info");
    Matcher used = METASPACE.matcher(heap);
    if (!used.find()) {
      throw new IllegalStateException("no metaspace in: " + heap);
    }
    return Long.parseLong(used.group(1)) * 1024;
  }
}
