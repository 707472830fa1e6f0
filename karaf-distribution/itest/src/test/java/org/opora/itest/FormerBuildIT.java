package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opora.driver.Product;
import org.opora.itest.support.Bookings;
import org.opora.itest.support.Centre;
import org.opora.itest.support.Kept;
import org.opora.itest.support.Register;

/** The data folder of the former build starts on this one, and all of it is there. */
class FormerBuildIT {

  @Test
  void aCentreOfTheFormerBuildGoesOn() throws IOException {
    Kept kept = Kept.seen();
    Path data = Kept.unpack();
    Centre.Held later;
    try (Product product = Product.on(data).start()) {
      Centre centre = Centre.again(product);
      centre.assertHolds(kept.held());
      assertTrue(
          centre.director().get(kept.contact()).body().contains(Bookings.ROOM),
          "its module runs and has its tables");
      JsonObject again = centre.takeOver();
      assertEquals(
          Register.sample().size(),
          again.get("unchanged").getAsInt(),
          "the register that was imported by the former build is recognised: " + again);
      later = centre.held(centre.visit("Přibylí"));
    }
    try (Product product = Product.on(data).start()) {
      Centre.again(product).assertHolds(later);
    }
  }
}
