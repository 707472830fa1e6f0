package org.opora.operations.modules.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.opora.api.module.spi.Module;
import org.opora.api.web.spi.RouteSet;
import org.opora.sample.BrokenRoutes;
import org.opora.sample.SampleModule;
import org.opora.sample.SampleRoutes;

/** Makes module packages, good ones and hostile ones. */
final class ModuleJar {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A sound module "sample". */
  static ModuleJar sound(String version) {
    return new ModuleJar()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", "org.opora.sample")
        .header("Bundle-Name", "Sample")
        .header("Bundle-Version", version)
        .header("Opora-Module", "sample")
        .header(
            "Import-Package",
            "java.lang,org.opora.api.access;version=\"[1.0,2)\","
                + "org.opora.api.module.spi;version=\"[1.0,2)\","
                + "org.opora.api.web;version=\"[1.0,2)\","
                + "org.opora.api.web.spi;version=\"[1.0,2)\"")
        .header("Service-Component", "OSGI-INF/reception.xml,OSGI-INF/routes.xml")
        .type(SampleModule.class)
        .type(SampleRoutes.class)
        .component("reception", Module.class, SampleModule.class)
        .component("routes", RouteSet.class, SampleRoutes.class)
        .entry("i18n/messages_cs.properties", "module.title = Vzorek\n");
  }

  /** The same, with pages that cannot be made. */
  static ModuleJar broken(String version) {
    return sound(version)
        .type(BrokenRoutes.class)
        .component("routes", RouteSet.class, BrokenRoutes.class);
  }

  ModuleJar header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  ModuleJar entry(String name, String text) {
    return entry(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ModuleJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  private ModuleJar type(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return entry(name, in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private ModuleJar component(String name, Class<?> service, Class<?> type) {
    return entry(
        "OSGI-INF/" + name + ".xml",
        "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"sample."
            + name
            + "\"><service><provide interface=\""
            + service.getName()
            + "\"/></service><implementation class=\""
            + type.getName()
            + "\"/></scr:component>");
  }

  Path write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return file;
  }
}
