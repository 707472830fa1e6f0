package org.opora.itest.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;

/** Our distribution under Pax Exam, which smuggles bundles into it. */
public final class Exam {
  private Exam() {}

  /**
   * @param data folder of the product
   * @param unpacked where the distribution is unpacked
   * @param smuggled bundles that nobody invited
   */
  public static List<Option> options(int port, Path data, Path unpacked, List<Path> smuggled) {
    String karaf = System.getProperty("karaf.version");
    String repository = System.getProperty("opora.local.repository");
    List<Option> options = new ArrayList<>();
    options.add(
        karafDistributionConfiguration()
            .frameworkUrl(new File(System.getProperty("opora.distribution")).toURI().toString())
            .karafVersion(karaf)
            .name("Opora")
            .unpackDirectory(unpacked.toFile())
            .useDeployFolder(false)
            .runEmbedded(false));
    options.add(
        editConfigurationFilePut(
            "etc/system.properties", "org.osgi.service.http.port", Integer.toString(port)));
    options.add(editConfigurationFilePut("etc/system.properties", "opora.data", data.toString()));
    options.add(editConfigurationFilePut("etc/system.properties", "opora.keys", data + ".keys"));
    options.add(
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository));
    options.add(
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.defaultRepositories",
            "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots, file:"
                + repository
                + "@id=m2@snapshots"));
    for (Path one : smuggled) {
      options.add(bundle(one.toUri().toString()));
    }
    options.add(keepRuntimeFolder());
    options.add(logLevel(LogLevelOption.LogLevel.INFO));
    options.add(configureConsole().ignoreLocalConsole().ignoreRemoteShell());
    for (String option :
        List.of(
            "-Xmx384m",
            "-Djava.security.manager=allow",
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
            "--patch-module",
            "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
            "--add-opens",
            "java.base/java.security=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.net=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util=ALL-UNNAMED",
            "--add-opens",
            "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens",
            "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "-classpath",
            "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*")) {
      options.add(vmOption(option));
    }
    return options;
  }

  /** The log of the container that was unpacked there. */
  public static Path log(Path unpacked) throws IOException {
    try (Stream<Path> files = Files.walk(unpacked)) {
      List<Path> logs = files.filter(file -> file.endsWith("karaf.log")).toList();
      assertEquals(1, logs.size(), logs.toString());
      return logs.get(0);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
