"""Everyday words by which languages in Latin letters are told from English, without accents.

None of them is an English word, a usual name or a usual slip; what is Spanish, too, stands in bot/safety/spanish.py as well.
"""

from __future__ import annotations

from collections.abc import Mapping

PORTUGUESE = frozenset(
    """nao voce voces estou tenho minha meu meus minhas muito muita gravida gravidez gestante semanas meses bebe nenem dor dores
    doendo sangue sangrando sangramento barriga peito cabeca perna febre respirar consigo conseguindo quero queria morrer
    matar ajuda socorro obrigada obrigado ola noite onde quanto custa fica quando como posso preciso gostaria marcar seguro
    segura agulha agulhas acupuntura ontem hoje agora desde mexe mexendo estourou rompeu filho filha marido esposa ele ela
    bateu bate mais porque sessao falam portugues sou isso sinto sentindo desmaiei desmaiou comprimidos tomei suicidio viver
    garganta lingua inchada inchado urinar dormente contracoes uma com para por mas convulsao parou vezes dias sao boa boas
    ligar podem meia perdendo avc namorado rosto torto medo aceitam doi oi tudo bem atende atendem gravidas fazem tem demora
    longe perto dar tratar costas quadril lombar machuca funciona ajudar horario endereco abre abrem fecham consulta consultas
    ai eu faz mal pro depois quantas sessoes fala""".split()
)
FRENCH = frozenset(
    """je suis jai cest mes une pas ne vous nous votre vos avec du qui quoi combien coute bonjour bonsoir merci enceinte saigne
    saigner saignement saignements ventre douleur douleurs bebe bouge bouger mourir envie veux peux respirer poitrine tete
    jambe fievre beaucoup semaines mois depuis hier aujourdhui maintenant aidez secours femme frappe eaux perdu perds voudrais
    prendre seance seances aiguilles aiguille parlez francais anglais quand elle etes ouvert rendez tuer vivre suicider gorge
    langue gonfle gonflee medicaments comprimes avale grossesse perdre uriner evanouie evanoui mari cette aussi trop tres
    jours dangereux sang bras ou et il est les mon dois faire copain visage plus au moi peur ai prenez rappelez evanouir
    bassin apres pourquoi faut ouverts acceptez marche fait prix salut mal ca""".split()
)
VIETNAMESE = frozenset(
    """toi mang thai thang tuan chay mau nhieu khong duoc phai gi sao vay roi bung dau hong nguc kho minh qua muon chet thuoc
    uong ngo bao tien phong kham dia lich cham cuu xin chao goi ngat xiu giat nuoc thay hom bac benh vien tieng viet biet
    nguoi chong danh chan meo dot quy luoi lam bau sinh lieu co bi dang em chi cam noi vo rat phut mot xuat huyet nuot""".split()
)
"""Single syllables: many are names or words elsewhere, so half of a message must be of them."""
GERMAN = frozenset(
    """ich ist wie oft muss kommen kostet koste kosten eine einen einer eines ein sitzung sitzungen und danach das es der den dem
    sie wir ihr euch uns mir mich mein meine meiner nicht kein keine auch aber oder schwanger schwangerschaft woche wochen
    monat monate sicher gefaehrlich gefahrlich schmerz schmerzen schmerzt weh tut tun wann wo wer warum kann koennen konnen
    darf haben habe hatte sind seid bin bitte danke hallo guten tag morgen abend heute gestern termin termine ruecken rucken
    kreuz becken huefte hufte nadel nadeln akupunktur krankenkasse versicherung sprechen spricht deutsch englisch viel wieviel
    lange dauert geht gibt fuer mit ohne bei nach vor seit schon noch mal ja nein kind blute blutet blutung fieber hilfe
    notfall arzt hebamme schwindel angst sehr gut machen macht hilft helfen zahlt bezahlt offen geoeffnet geoffnet finde
    adresse brust luft atmen blut kopf bauch bein stark bewegt fruchtwasser tod sterben allein""".split()
)
ITALIAN = frozenset(
    """quanto costa costano sono incinta gravidanza posso dove siete trova quando perche seduta sedute fa dolore dolori schiena
    bacino anca sicuro aghi agopuntura grazie ciao buongiorno buonasera vorrei prenotare appuntamento parlate italiano inglese
    settimane mesi bambino oggi domani ieri cosa cos uno gli della delle nel nella mia mio miei hai ha avete abbiamo
    assicurazione orari aperti aperto chiuso aiuto sangue sanguino febbre paura medico ostetrica tanto molto poi dopo bisogna
    devo volte dura funziona serve ci petto respiro respirare gamba testa pancia perdo acque muove sviene""".split()
)
POLISH = frozenset(
    """ile kosztuje wizyta wizyty jestem ciazy czy boli bola plecy biodro gdzie kiedy dlugo czesto prosze dziekuje dzien dobry
    czesc mowicie mowi polsku angielsku umowic wizyte jestescie termin igly akupunktura bezpieczne bezpieczna tygodniu tygodni
    miesiecy dziecko mam mnie moge mozna nie jest sa co dla jesli pomaga ubezpieczenie otwarte potem dzisiaj jutro wczoraj
    krew krwawie goraczka pomocy lekarz polozna bardzo ktos trzeba przyjsc zabieg zabiegow piers oddychac brzuch glowa noga
    wody rusza silny silnie umrzec""".split()
)
TAGALOG = frozenset(
    """magkano po ba ako buntis masakit saan kailan pwede puwede ang ng sa mga kayo opo salamat kumusta magandang umaga hapon
    gabi likod balakang ilang beses linggo buwan kailangan karayom ligtas delikado bata sanggol nasaan paano bakit anong oras
    bukas ngayon kahapon sarado meron wala hindi oo gusto kong magpa magpaschedule marunong mag ko mo niya namin natin dugo
    dinudugo lagnat tulong takot doktor kapag tapos pagkatapos gaano katagal tatagal dibdib hininga huminga tiyan ulo paa
    gumagalaw mamatay""".split()
)
CREOLE = frozenset(
    """konbyen mwen ansent eske kote nou ou yo li fe mal doule ren kle piki zegwi mesi bonjou bonswa tanpri randevou vle kapab
    gwosese tibebe pitit semenn mwa jou jodi demen ye le kile poukisa kijan pale kreyol angle klinik asirans dokte fanmsaj san
    senyen lafyev ede ijans pe anpil apre anvan chak fwa dire sa pou nan ak pa gen genyen ka bezwen vini peye koute danjere
    respire pwatrin vant tet janm dlo bouje mouri fo""".split()
)
WORDS: Mapping[str, frozenset[str]] = {
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "vi": VIETNAMESE,
    "de": GERMAN,
    "it": ITALIAN,
    "pl": POLISH,
    "tl": TAGALOG,
    "ht": CREOLE,
}
ENGLISH = frozenset(
    """the and my is was i im ive its she he it of you are have has with for does what how where when am this that not be your we
    they need want feel get got can do at in to or if so after there just but been had will would should could about from hurt
    hurts pain""".split()
)
"""Words that tell of English, and hold against the others."""
