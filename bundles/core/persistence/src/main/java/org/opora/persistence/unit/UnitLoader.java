package org.opora.persistence.unit;

import java.net.URL;
import java.util.List;

/** Sees the classes of a bundle first, then those that the core adds to every unit. */
final class UnitLoader extends ClassLoader {
  private final List<ClassLoader> core;

  UnitLoader(ClassLoader bundle, List<ClassLoader> core) {
    super(bundle);
    this.core = core;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (ClassLoader loader : core) {
      try {
        return loader.loadClass(name);
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected URL findResource(String name) {
    for (ClassLoader loader : core) {
      URL found = loader.getResource(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
