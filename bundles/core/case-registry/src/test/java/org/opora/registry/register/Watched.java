package org.opora.registry.register;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.OwnData;
import org.opora.registry.intake.application.IntakeData;
import org.opora.registry.kin.application.KinData;

/**
 * Notes what queries ask for.
 *
 * @param asked attributes of entities that a query compares with a parameter
 * @param read entities that a query names
 */
public record Watched(Transactions real, Set<String> asked, Set<String> read)
    implements Transactions {
  private static final Pattern DECLARED = Pattern.compile("\\b([A-Z]\\w+)\\s+([a-z]\\w*)\\b");
  private static final Pattern ASKED = Pattern.compile("\\b(\\w+)\\.(\\w+)\\s*(?:=|IN)\\s*\\(?:");

  /** Everybody of the register who answers for the data of a person. */
  static List<PersonDataOwner> owners(Register register, Transactions tx) {
    var keys = register.house.keys();
    return List.of(
        new OwnData(tx, keys),
        new KinData(tx, register.timeline, keys, register.change),
        new IntakeData(tx));
  }

  @Override
  public <T> T required(Function<EntityManager, T> work) {
    return real.required(em -> work.apply(watched(em)));
  }

  @Override
  public <T> T read(Function<EntityManager, T> work) {
    return real.read(em -> work.apply(watched(em)));
  }

  @Override
  public <T> T separate(Function<EntityManager, T> work) {
    return real.separate(em -> work.apply(watched(em)));
  }

  @Override
  public void afterCommit(Runnable action) {
    real.afterCommit(action);
  }

  private EntityManager watched(EntityManager em) {
    return EntityManager.class.cast(
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createQuery") && arguments[0] instanceof String query) {
                note(em, query);
              }
              try {
                return method.invoke(em, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private void note(EntityManager em, String query) {
    Set<String> entities = new HashSet<>();
    em.getMetamodel().getEntities().forEach(type -> entities.add(type.getName()));
    Map<String, Set<String>> aliases = new HashMap<>();
    Matcher declared = DECLARED.matcher(query);
    while (declared.find()) {
      if (entities.contains(declared.group(1))) {
        read.add(declared.group(1));
        aliases.computeIfAbsent(declared.group(2), first -> new HashSet<>()).add(declared.group(1));
      }
    }
    Matcher compared = ASKED.matcher(query);
    while (compared.find()) {
      String attribute = compared.group(2);
      aliases
          .getOrDefault(compared.group(1), Set.of())
          .forEach(entity -> asked.add(entity + "." + attribute));
    }
  }
}
