package org.opora.operations.modules.application;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real framework with real declarative services; the contracts come from the class path. */
final class TestFramework implements AutoCloseable {
  private static final String[] SERVICES = {
    "org.osgi.util.function.Function",
    "org.osgi.util.promise.Promise",
    "org.osgi.service.component.ComponentContext",
    "org.apache.felix.scr.component.ExtFactoryComponentInstance"
  };

  private final Framework framework;

  TestFramework(Path cache, Map<String, String> properties) throws Exception {
    Map<String, String> all = new HashMap<>(properties);
    all.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    all.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    all.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        contracts() + ",jakarta.persistence;version=3.2.0,org.slf4j;version=1.7.36");
    framework = new FrameworkFactory().newFramework(all);
    framework.start();
    for (String type : SERVICES) {
      URL jar = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
      Bundle bundle;
      try (InputStream in = jar.openStream()) {
        bundle = context().installBundle(type, in);
      }
      bundle.start();
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  private static String contracts() throws Exception {
    for (URL url :
        Collections.list(
            TestFramework.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      try (InputStream in = url.openStream()) {
        var headers = new Manifest(in).getMainAttributes();
        if ("org.opora.api".equals(headers.getValue("Bundle-SymbolicName"))) {
          return headers.getValue("Export-Package");
        }
      }
    }
    throw new IllegalStateException("the contracts are not on the class path");
  }

  @Override
  public void close() throws BundleException {
    framework.stop();
    try {
      framework.waitForStop(10_000);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
