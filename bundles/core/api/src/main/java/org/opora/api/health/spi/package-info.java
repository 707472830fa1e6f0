/** What a bundle says about its own state. */
@Export
@Version("1.0.0")
package org.opora.api.health.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
