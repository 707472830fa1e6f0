/** Lists as files: written page by page, kept apart until the audit row stands, then sent. */
package org.opora.web.exports;
