/** Things that can be found by words besides people. */
@Export
@Version("1.0.0")
package org.opora.api.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
