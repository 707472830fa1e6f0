package org.opora.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks the running Java virtual machine of a product about itself. */
final class Jcmd {
  private Jcmd() {}

  static String ask(Product product, String command) {
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
