/**
 * Pages by key: a page is asked for by what came last on the one before, never by a number of rows
 * to skip.
 */
@Export
@Version("1.0.0")
package org.opora.api.paging;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
