/** Pages, forms and pictures of families and households. */
package org.opora.registry.kin.web;
