package org.opora.modulekit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.opora.api.module.spi.Module;
import org.opora.api.web.spi.CaseTab;
import org.opora.api.web.spi.DashboardCard;
import org.opora.api.web.spi.Navigation;
import org.opora.api.web.spi.PersonTile;
import org.opora.web.rendering.Icons;

/**
 * Where bundles put what they offer: their place among the modules, in the menu, among the tabs of
 * a file, the cards of a day and the tiles of a person. Two in one place stand in an order that
 * nobody has decided.
 */
public final class Places {
  private static final List<Class<?>> OFFERS =
      List.of(Module.class, Navigation.class, CaseTab.class, DashboardCard.class, PersonTile.class);

  private final Map<String, Set<String>> byPlace = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Adds what a bundle puts where, if it has been built. */
  public Places with(Path classes) {
    if (Files.isDirectory(classes)) {
      read(classes);
    }
    return this;
  }

  /** The folder of a bundle, above {@code target/classes}. */
  static String name(Path classes) {
    Path folder = classes.toAbsolutePath().normalize();
    return folder.getName(folder.getNameCount() - 3).toString();
  }

  /** A sentence for everything that stands where something else stands already. */
  public List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    byPlace.forEach(
        (place, holders) -> {
          if (holders.size() > 1) {
            all.add(place + " is taken by " + String.join(" and ", holders));
          }
        });
    return all;
  }

  /** Only those in which this bundle has a part. */
  List<String> faultsOf(String bundle) {
    return faults().stream()
        .filter(fault -> fault.contains(" " + bundle + " (") || fault.startsWith(bundle + " "))
        .toList();
  }

  private void add(String bundle, Object offer) {
    String name = bundle + " (" + offer.getClass().getSimpleName() + ")";
    if (offer instanceof Module module) {
      put("place " + module.order() + " of bundles", name);
    }
    if (offer instanceof CaseTab tab) {
      put("tab " + tab.id(), name);
      put("place " + tab.order() + " of tabs in " + tab.group(), name);
    }
    if (offer instanceof DashboardCard card) {
      put("place " + card.order() + " of cards", name);
    }
    if (offer instanceof PersonTile tile) {
      put("place " + tile.order() + " of tiles", name);
    }
    if (offer instanceof Navigation menu) {
      for (Navigation.Entry entry : menu.entries()) {
        put(
            "place " + entry.order() + " of the menu in " + entry.group(),
            name + " " + entry.title());
        put("icon " + entry.icon(), name + " " + entry.title());
        if (!new Icons().draws(entry.icon())) {
          faults.add(bundle + " names the icon " + entry.icon() + ", which nobody has drawn");
        }
      }
    }
  }

  private void put(String place, String holder) {
    byPlace.computeIfAbsent(place, first -> new TreeSet<>()).add(holder);
  }

  /** Asks whatever needs nothing to be made. */
  private void read(Path classes) {
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {url(classes)}, Places.class.getClassLoader());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
        ClassReader read = new ClassReader(Files.readAllBytes(file));
        if (OFFERS.stream().anyMatch(kind -> implementing(read, kind))) {
          add(name(classes), loader, read.getClassName().replace('/', '.'));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String bundle, ClassLoader loader, String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 0) {
          constructor.setAccessible(true);
          add(bundle, constructor.newInstance());
        }
      }
    } catch (ReflectiveOperationException unmade) {
      throw new IllegalStateException(name, unmade);
    }
  }

  private static boolean implementing(ClassReader read, Class<?> kind) {
    return List.of(read.getInterfaces()).contains(kind.getName().replace('.', '/'));
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
