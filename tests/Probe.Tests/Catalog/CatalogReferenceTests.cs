namespace Probe.Tests.Catalog;

/// <summary>The committed reference page is the one the catalog gives.</summary>
public sealed class CatalogReferenceTests
{
    [Fact]
    public void The_reference_page_is_what_the_catalog_says()
    {
        Golden.Matches(Repository.At("src", "Probe.Core", "Catalog", "README.md"), CatalogReference.Write());
    }
}
