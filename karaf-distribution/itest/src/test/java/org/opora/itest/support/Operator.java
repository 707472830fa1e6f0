package org.opora.itest.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opora.driver.Product;

/** The door of the remote control, asked without a process of its own: many times a second. */
public final class Operator {
  private final Product product;
  private final HttpClient client = HttpClient.newHttpClient();

  public Operator(Product product) {
    this.product = product;
  }

  /** {@code state} is reading, applying, undoing or idle; families, but rows while it reads. */
  public record Importing(String state, int done, int of) {}

  /** How far the import is that goes on now. Somebody must have signed in by the command. */
  public Importing importing() {
    JsonObject answer = JsonParser.parseString(get("/ops/import/progress")).getAsJsonObject();
    return new Importing(
        answer.get("state").getAsString(),
        answer.get("done").getAsInt(),
        answer.get("of").getAsInt());
  }

  /** Every door of the house at this moment. Nobody has to have signed in. */
  public String doors() {
    return get("/ops/doors");
  }

  private String get(String path) {
    try {
      HttpRequest.Builder asked =
          HttpRequest.newBuilder(URI.create(product.url() + path))
              .header("Accept", "application/json")
              .header("Authorization", "Opora-Key " + Files.readString(key("key")).strip());
      if (Files.exists(key("session"))) {
        asked.header("Opora-Session", Files.readAllLines(key("session")).get(0));
      }
      HttpRequest request = asked.build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Path key(String kind) {
    return product.data().resolve("operator." + kind);
  }
}
