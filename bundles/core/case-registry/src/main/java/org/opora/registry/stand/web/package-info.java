/** The page that is handed to a carer. */
package org.opora.registry.stand.web;
