package org.opora.benchmark.measure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.load.Ask;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.load.Task;
import org.opora.benchmark.store.Store;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/** The product with people at work who are signed in. */
final class ProductSide implements Side {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private final Product product;
  private final List<Worker> workers;
  private final List<String> cookies;
  private final Visitor visiting;
  private final String director;

  ProductSide(Store store, List<Worker> workers) {
    this.product = Product.on(store.data()).with(store.environment()).start();
    this.workers = workers;
    this.cookies = workers.stream().map(worker -> signIn(worker.signInName())).toList();
    this.visiting = product.visitor().signIn(People.DIRECTOR, People.PASSWORD);
    this.director = visiting.cookie();
  }

  private String signIn(String name) {
    return product.visitor().signIn(name, People.PASSWORD).cookie();
  }

  /** The director, who looks at pages one by one. */
  Visitor director() {
    return visiting;
  }

  /** A page as the director asks for it. */
  Ask page(String path, String holds) {
    return Ask.get(port(), path, director, OK, holds);
  }

  @Override
  public int port() {
    return product.port();
  }

  @Override
  public Set<Operation> operations() {
    return EnumSet.allOf(Operation.class);
  }

  @Override
  public Task task(Operation operation) {
    return switch (operation) {
      case SEARCH -> this::search;
      case SEARCH_ALL -> this::searchAll;
      case OPEN -> this::open;
      case DUTIES -> this::duties;
      case SAVE -> this::save;
    };
  }

  private Worker worker(int client) {
    return workers.get(client % workers.size());
  }

  private String cookie(int client) {
    return cookies.get(client % cookies.size());
  }

  /** A key worker sees their own people only, and finds them. */
  private Ask search(int client, SplittableRandom random) {
    Worker.Found person = Choice.person(worker(client), random);
    return search(cookie(client), Words.typed(person, random), "/people/" + person.person());
  }

  private Ask searchAll(int client, SplittableRandom random) {
    Worker.Found person = Choice.person(worker(client), random);
    return search(director, Words.typed(person, random), "/people/");
  }

  private Ask search(String cookie, String words, String holds) {
    return Ask.post(port(), "/search", cookie, true, Map.of("text", words), OK, holds);
  }

  private Ask open(int client, SplittableRandom random) {
    Worker.Own family = Choice.family(worker(client), random);
    return Ask.get(
        port(),
        "/files/" + family.file(),
        cookie(client),
        OK,
        "/people/" + family.people().get(0).person());
  }

  private Ask duties(int client, SplittableRandom random) {
    return Ask.get(port(), "/duties", cookie(client), OK, "href=\"/files/");
  }

  /** The director has a year counted. */
  Ask statistic(int client, SplittableRandom random) {
    return page("/statistics/of/services?" + YearStatistic.year(), "figure=service.visit.people");
  }

  private Ask save(int client, SplittableRandom random) {
    return save(client, Choice.family(worker(client), random));
  }

  /** The form of a visit as the page posts it. */
  private Ask save(int client, Worker.Own family) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("form-key", UUID.randomUUID().toString().replace("-", ""));
    fields.put("draft-key", "visit-" + family.file());
    fields.put("on", LocalDate.now().toString());
    fields.put("start", "");
    fields.put("minutes", "60");
    fields.put("place", "HOME");
    fields.put("announced", "YES");
    fields.put("everybody", "on");
    for (Worker.Charge child : family.children()) {
      fields.put("alone-" + child.person(), "YES");
      fields.put("notAlone-" + child.person(), "");
      fields.put("view-" + child.person(), Choice.VIEW);
      fields.put("learntBy-" + child.person(), "PLAY");
    }
    fields.put("note", Choice.NOTE);
    String file = "/files/" + family.file();
    return Ask.post(
        port(), file + "/visits/new", cookie(client), false, fields, SEE_OTHER, file + "/visits/");
  }

  /**
   * One visit in every family of the workers through the form, so that their pages have sealed
   * words to open, as real ones have.
   */
  void visitEverybody(Load load) {
    for (int worker = 0; worker < workers.size(); worker++) {
      for (Worker.Own family : workers.get(worker).families()) {
        load.once(save(worker, family));
      }
    }
  }

  @Override
  public void close() {
    product.close();
  }
}
