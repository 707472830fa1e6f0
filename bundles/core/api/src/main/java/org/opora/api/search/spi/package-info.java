/** What a bundle says of what it has filed to be found. */
@Export
@Version("1.0.0")
package org.opora.api.search.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
