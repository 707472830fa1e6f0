/** What a bundle shows of itself in a made-up centre. */
@Export
@Version("1.0.0")
package org.opora.api.demo.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
